import {readFileSync, readdirSync, statSync} from 'node:fs'
import {createReport} from './src/report/create.ts'
import {readText} from './src/draft/text.ts'
const walk = (p: string): string[] => statSync(p).isDirectory() ? readdirSync(p).flatMap((n) => walk(p + '/' + n)) : [p]
for (const f of process.argv.slice(2).flatMap(walk)) {
  if (!/\.(txt|md)$/.test(f) || /\.src\./.test(f)) continue
  const report = createReport(readText(readFileSync(f, 'utf8')))
  for (const {rate, part, whole, expected} of report.rates) {
    const d = Math.abs(expected - rate.value)
    console.log(d.toFixed(3), f.split('/').slice(-2).join('/'), part.value, whole.value, rate.value, report.words(rate), report.text.slice(rate.before.start, rate.start))
  }
}
