import {business} from './business.ts'
import {conduct} from './conduct.ts'
import {construction} from './construction.ts'
import {cultureTourism} from './culture-tourism.ts'
import {documents} from './documents.ts'
import {education} from './education.ts'
import {emergency} from './emergency.ts'
import {environment} from './environment.ts'
import {farmingWater} from './farming-water.ts'
import type {Field} from './field.ts'
import {finance} from './finance.ts'
import {fireUtilities} from './fire-utilities.ts'
import {food} from './food.ts'
import {health} from './health.ts'
import {it} from './it.ts'
import {managementBasics} from './management-basics.ts'
import {partyBuilding} from './party-building.ts'
import {personnel} from './personnel.ts'
import {procurementAssets} from './procurement-assets.ts'
import {secrecyLaw} from './secrecy-law.ts'
import {serviceWindow} from './service-window.ts'
import {studyIdeology} from './study-ideology.ts'
import {transportPostal} from './transport-postal.ts'
import {villages} from './villages.ts'
import {welfare} from './welfare.ts'
import {workSafety} from './work-safety.ts'

/** Every field of office subjects. A subject belongs to one field only; a test keeps this list whole. */
export const fields: readonly Field[] = [
  business,
  conduct,
  construction,
  cultureTourism,
  documents,
  education,
  emergency,
  environment,
  farmingWater,
  finance,
  fireUtilities,
  food,
  health,
  it,
  managementBasics,
  partyBuilding,
  personnel,
  procurementAssets,
  secrecyLaw,
  serviceWindow,
  studyIdeology,
  transportPostal,
  villages,
  welfare,
  workSafety,
]
