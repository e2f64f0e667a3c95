import {auditRectification} from './audit-rectification.ts'
import {democraticLifeMeeting} from './democratic-life-meeting.ts'
import {dutyReport} from './duty-report.ts'
import {education} from './education.ts'
import {finance} from './finance.ts'
import {general} from './general.ts'
import type {Genre} from './genre.ts'
import {ideology} from './ideology.ts'
import {informationDisclosure} from './information-disclosure.ts'
import {inspectionRectification} from './inspection-rectification.ts'
import {partyGovernance} from './party-governance.ts'
import {personalReview} from './personal-review.ts'
import {rectificationPlan} from './rectification-plan.ts'
import {ruleOfLaw} from './rule-of-law.ts'
import {safety} from './safety.ts'
import {secrecy} from './secrecy.ts'
import {specialCampaign} from './special-campaign.ts'
import {teamReview} from './team-review.ts'

/**
 * In the order in which a title is tried: what a paper is (对照检查, 整改方案, 述职) comes before what it is about,
 * a narrow subject before a wide one. `general` is last: it fits every self-inspection.
 */
export const GENRES: readonly Genre[] = [
  democraticLifeMeeting,
  personalReview,
  teamReview,
  rectificationPlan,
  auditRectification,
  inspectionRectification,
  dutyReport,
  ruleOfLaw,
  informationDisclosure,
  ideology,
  secrecy,
  specialCampaign,
  safety,
  finance,
  education,
  partyGovernance,
  general,
]

export {general}
