import {deniesProblems} from './phrases/problems-begin.ts'

/** 未见违规停放, 全部合格, 挑不出毛病: one of several places or hours at which nothing was wrong. */
const SOUND =
  /未见(?!好转|成?效|改善|起色|动静|行动)|(?:没有?|无)(?:任何)?(?:问题|毛病|异常|隐患)[。；]?$|挑不出|(?:正常|完好|良好|合格|达标|到位|齐全|整齐|有序|满意|在线|有效|[国达合]标范围内)[。；]?$/

const TURNS = /但|不过|只是|可是|却|唯独|只有/

export const tellsSound = (words: string): boolean => (deniesProblems(words) || SOUND.test(words)) && !TURNS.test(words)
