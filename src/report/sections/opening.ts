import type {Piece} from '../marks.ts'
import type {Cut} from './cut.ts'

/** 1 自查依据和范围 as the first words of the report, with the work told behind it, is its opening. */
export function openWith(text: string, cuts: Cut[], [opening]: readonly Piece[]): void {
  const [first, second] = cuts
  if (!opening || first?.role !== 'work' || second?.role !== 'work' || first.at > opening.start || !first.title) return
  if (INTRODUCTION.test(text.slice(first.title.start, first.title.end))) cuts[0] = {...first, role: 'lead'}
}
const INTRODUCTION =
  /^(?:编制|工作|[自审检核普复][查核])?的?(?:范围[和与及、])?(?:依据|背景|缘由|起因|由来|缘起|目的|说明|概述|概要|引言|前言)(?:[和与及、](?:范围|依据|目的|背景))?[。：:]?$/
