import {defineConfig} from 'tsdown'

export default defineConfig({
  entry: {zicha: 'src/cli/main.ts'},
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  outExtensions: () => ({js: '.js'}),
  dts: false,
  minify: true,
  // the command line must start like a single file: everything is bundled, what a run may not need is a chunk of its own
  noExternal: () => true,
  inlineOnly: false,
})
