// Loaded into a server: writes to a file how long it computed at a stretch without listening, in milliseconds of its own
// time, longest first. What else the machine does doesn't count.
import {writeFileSync} from 'node:fs'

const file = process.env.ZICHA_STRETCHES
// the helper may compute as long as it likes
if (file && !process.argv.includes('--helper')) {
  const stretches = []
  let before = process.cpuUsage()
  let isStarted = false
  const timer = setInterval(() => {
    const now = process.cpuUsage()
    const stretch = (now.user - before.user + now.system - before.system) / 1000
    before = now
    if (isStarted) stretches.push(stretch)
  }, 2)
  timer.unref()
  // from now on it counts
  process.on('SIGUSR2', () => {
    isStarted = true
  })
  process.on('exit', () => writeFileSync(file, JSON.stringify(stretches.sort((a, b) => b - a).slice(0, 20))))
}
