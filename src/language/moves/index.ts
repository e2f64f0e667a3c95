import {environment} from './environment.ts'
import {facilities} from './facilities.ts'
import {goods} from './goods.ts'
import {it} from './it.ts'
import type {Kinds} from './kind.ts'
import {licences} from './licences.ts'
import {livelihood} from './livelihood.ts'
import {money} from './money.ts'
import {oversight} from './oversight.ts'
import {people} from './people.ts'
import {process} from './process.ts'
import {records} from './records.ts'
import {safety} from './safety.ts'
import {service} from './service.ts'

/** Every kind of fault with the move that answers it (病与药). */
export const kinds: Kinds = {
  ...people,
  ...process,
  ...records,
  ...money,
  ...licences,
  ...facilities,
  ...goods,
  ...environment,
  ...it,
  ...safety,
  ...livelihood,
  ...service,
  ...oversight,
}
