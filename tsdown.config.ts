import {defineConfig, type UserConfig} from 'tsdown'
import {rules} from './rules/index.ts'
import {licences} from './scripts/build/licences.ts'
import {
  ascii,
  asFunctions,
  descriptionsAside,
  helpersWithin,
  preparedExpressions,
  startChunk,
  tablesAside,
  withoutUnneeded,
} from './scripts/build/plugins.ts'

const plugins = [preparedExpressions(), tablesAside(), withoutUnneeded(), ascii(), licences()]

const bundle: UserConfig = {
  // CommonJS starts faster, and V8's code caches (src/cli/boot.ts) work with it
  format: 'cjs',
  platform: 'node',
  target: 'node20.19',
  dts: false,
  minify: true,
  // the command line must start like a single file: everything is bundled, what a run may not need is a chunk of its own
  noExternal: () => true,
  inlineOnly: false,
  plugins,
}

const start = startChunk(/\/reporters\/pretty\.ts$/)

export default defineConfig([
  {
    ...bundle,
    entry: {main: 'src/cli/main.ts'},
    plugins: [...plugins, descriptionsAside(rules), start.plugin, helpersWithin('main.cjs'), asFunctions()],
    outputOptions: {codeSplitting: {groups: [{name: 'start', test: start.holds}]}},
  },
  // beside the bundle, not a part of it; not cleaned, so that neither build deletes the other's files
  {...bundle, entry: {zicha: 'src/cli/boot.ts'}, clean: false, target: 'node10'},
  // for programs: what they import as `zicha`, `zicha/remark` and `zicha/retext-zh`, with its types
  {
    ...bundle,
    entry: {
      index: 'src/api/index.ts',
      remark: 'src/unified/remark-zicha.ts',
      'retext-zh': 'src/language/retext-zh/index.ts',
    },
    outDir: 'dist/api',
    clean: false,
    format: 'esm',
    outExtensions: () => ({js: '.js', dts: '.d.ts'}),
    dts: true,
    // its tables stay within it: an ES module has no __dirname
    plugins: [licences()],
  },
])
