import {defineConfig, type UserConfig} from 'tsdown'
import {ascii, lazyDescriptions, withoutChildProcess} from './scripts/build/plugins.ts'

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
  plugins: [lazyDescriptions(), withoutChildProcess(), ascii()],
}

export default defineConfig([
  {...bundle, entry: {main: 'src/cli/main.ts'}},
  // beside the bundle, not a part of it; not cleaned, so that neither build deletes the other's files
  {...bundle, entry: {zicha: 'src/cli/boot.ts'}, clean: false},
])
