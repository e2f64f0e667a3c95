import type {Localized, Rule, Severity} from './rule.ts'

interface EngineRule {
  readonly id: string
  readonly severity: Severity
  readonly fixes: Rule['fixes']
  readonly what: Localized
  readonly why: Localized
  readonly how: Localized
  readonly messages: Readonly<Record<string, Localized>>
}

/** What the engine itself reports looks like a rule, so that it can be configured and explained; it has no draft to check. */
const engineRule = (rule: EngineRule): Rule => ({
  ...rule,
  group: 'form',
  ground: '一般',
  bad: [],
  good: [],
  check: () => [],
})

export const unknownSuppression = engineRule({
  id: 'unknown-suppression',
  severity: 'warning',
  fixes: 'suggestion',
  what: {zh: '忽略的写法或规则名不对', en: 'a suppression that is not known'},
  why: {
    zh: '名字写错，什么也没有忽略，写的人却以为忽略了。',
    en: 'A mistyped name suppresses nothing, while its writer believes that it does.',
  },
  how: {zh: '按提示改正；全部规则见 zicha rules。', en: 'Correct it; see all rules with zicha rules.'},
  messages: {
    rule: {
      zh: '没有“{name}”这条规则，这里什么也没有忽略。用 zicha rules 查看全部规则。',
      en: 'There is no rule “{name}”; nothing is suppressed. See all of them with: zicha rules',
    },
    nearRule: {
      zh: '没有“{name}”这条规则，这里什么也没有忽略。是不是“{near}”？',
      en: 'There is no rule “{name}”; nothing is suppressed. Did you mean “{near}”?',
    },
    kind: {
      zh: '没有“{name}”这种写法。可用的有：{list}。',
      en: 'There is no instruction “{name}”. Known are {list}.',
    },
    nearKind: {
      zh: '没有“{name}”这种写法。是不是“{near}”？',
      en: 'There is no instruction “{name}”. Did you mean “{near}”?',
    },
    replace: {zh: '改为“{near}”', en: 'Change it to “{near}”'},
  },
})

export const unusedSuppression = engineRule({
  id: 'unused-suppression',
  severity: 'warning',
  fixes: 'safe',
  what: {zh: '没有用上的忽略', en: 'a suppression of nothing'},
  why: {
    zh: '问题改好了，忽略还在，以后再出同样的问题就看不见了。',
    en: 'The problem is gone, the suppression stays, and hides the next one of its kind.',
  },
  how: {zh: '删掉它；zicha --fix 会自动删。', en: 'Remove it; zicha --fix does.'},
  messages: {
    all: {zh: '这处忽略没有用上，请删掉。', en: 'This suppression is not needed; remove it.'},
    some: {
      zh: '这处忽略里的 {rules} 没有用上，请删掉。',
      en: '{rules} is not needed in this suppression; remove it.',
    },
    enable: {
      zh: '这里没有正在忽略的规则，zicha-enable 不起作用，请删掉。',
      en: 'Nothing is suppressed here, so zicha-enable does nothing; remove it.',
    },
    entry: {
      zh: '“{file}”里没有这处要忽略的问题了；用 zicha suppress --prune 清理。',
      en: 'There is nothing to suppress in “{file}” any more; tidy up with: zicha suppress --prune',
    },
    missing: {
      zh: '找不到文件“{file}”；用 zicha suppress --prune 清理。',
      en: 'The file “{file}” does not exist; tidy up with: zicha suppress --prune',
    },
  },
})

export const suppressionWithoutReason = engineRule({
  id: 'suppression-without-reason',
  severity: 'error',
  fixes: 'none',
  what: {zh: '忽略没有写理由', en: 'a suppression without a reason'},
  why: {
    zh: '审稿的人要知道为什么不改。配置 requireReasons 时检查。',
    en: 'Who reviews the draft must know why it was left. Checked where requireReasons is set.',
  },
  how: {zh: '在规则名后写“-- 理由”。', en: 'Write “-- reason” behind the rules.'},
  messages: {
    comment: {
      zh: '忽略要写明理由，如 <!-- zicha-{kind} {rule} -- 理由 -->。',
      en: 'A suppression needs a reason, as in <!-- zicha-{kind} {rule} -- reason -->.',
    },
    entry: {zh: '忽略要写明理由（reason）。', en: 'A suppression needs a reason.'},
  },
})

export const ENGINE_RULES: readonly Rule[] = [unknownSuppression, unusedSuppression, suppressionWithoutReason]
