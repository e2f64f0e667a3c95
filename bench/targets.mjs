// What zicha has to reach, as ratios and bounds within one run.
import {DRAFTS} from './keystrokes.mjs'
import {SIZES} from './tasks.mjs'

const MEGABYTE = 2 ** 20
const ratio = (value) => `${value.toFixed(2)} ×`
const megabytes = (bytes) => `${Math.round(bytes / MEGABYTE)} MB`
const milliseconds = (value) => `${value.toFixed(1)} ms`

/** @param figures of a run @returns what was to be shown, what came out, and whether that is enough (undefined: unknown) */
export function targets({cold, many, large, keys}) {
  return [
    ...(cold ? coldTargets(cold) : []),
    ...(many ? manyTargets(many) : []),
    ...(large ? Object.keys(large).flatMap((kind) => largeTargets(kind, large[kind].zicha)) : []),
    ...(keys ? Object.keys(keys).flatMap((kind) => keyTargets(kind, keys[kind])) : []),
  ]
}

const atMost = (what, value, bound, say) => ({
  what: `${what}: at most ${say(bound)}`,
  value: value === undefined ? 'not measured on this system' : say(value),
  met: value === undefined ? undefined : value <= bound,
})

function coldTargets(cold) {
  const times = (kind) => cold[kind].zicha.wall / cold[kind]['node -e 0'].wall
  return [
    atMost('cold start on a 7 KB .txt draft, × `node -e 0`', times('txt'), 1.35, ratio),
    atMost('cold start on a 7 KB .md draft, × `node -e 0`', times('md'), 1.8, ratio),
  ]
}

function manyTargets(many) {
  const times = (lot, peer) => many[lot].zicha.wall / many[lot][peer].wall
  const [thousand, tenThousand] = [many['1000-txt'].zicha.peak, many['10000-txt'].zicha.peak]
  return [
    atMost('1,000 .txt drafts, × autocorrect-node', times('1000-txt', 'autocorrect-node'), 1, ratio),
    atMost('1,000 .md drafts, × markdownlint-cli2', times('1000-md', 'markdownlint-cli2'), 1, ratio),
    atMost('1,000 .md drafts, × remark-cli', times('1000-md', 'remark-cli'), 1, ratio),
    atMost('peak memory of 10,000 .txt drafts, × that of 1,000', thousand && tenThousand / thousand, 1.3, ratio),
  ]
}

function largeTargets(kind, zicha) {
  const [small, big] = [SIZES[0], SIZES.at(-1)]
  return [
    atMost(`time of ${big} MB of .${kind}, × that of ${small} MB`, zicha[big].wall / zicha[small].wall, 11, ratio),
    atMost(`peak memory on ${big} MB of .${kind}`, zicha[big].peak, 400 * MEGABYTE, megabytes),
  ]
}

function keyTargets(kind, sizes) {
  const bounds = [5, 50]
  return DRAFTS.map((bytes, i) =>
    atMost(`a keystroke in ${bytes / 1000} KB of .${kind}, p95`, sizes[bytes].zicha.p95, bounds[i], milliseconds),
  )
}
