import {execFileSync} from 'node:child_process'
import {existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {zipSync} from 'fflate'
import {build} from 'tsdown'

/**
 * Makes the extension's .vsix: a ZIP of the extension and two lists of what it holds. Works offline; the command line must
 * have been built.
 */
const here = fileURLToPath(new URL('.', import.meta.url))
const root = join(here, '../..')
const built = join(here, 'built')

interface Manifest {
  readonly name: string
  readonly publisher: string
  readonly version: string
  readonly keywords: readonly string[]
  readonly categories: readonly string[]
  readonly engines: {readonly vscode: string}
}

const xml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ({'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'})[character] as string)

function vsixManifest({name, publisher, version, keywords, categories, engines}: Manifest, texts: Texts): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="zh-CN" Id="${xml(name)}" Version="${xml(version)}" Publisher="${xml(publisher)}"/>
    <DisplayName>${xml(texts.displayName)}</DisplayName>
    <Description xml:space="preserve">${xml(texts.description)}</Description>
    <Tags>${xml(keywords.join(','))}</Tags>
    <Categories>${xml(categories.join(','))}</Categories>
    <GalleryFlags>Public</GalleryFlags>
    <Properties>
      <Property Id="Microsoft.VisualStudio.Code.Engine" Value="${xml(engines.vscode)}"/>
      <Property Id="Microsoft.VisualStudio.Code.ExtensionKind" Value="workspace"/>
    </Properties>
    <License>extension/LICENSE.txt</License>
  </Metadata>
  <Installation>
    <InstallationTarget Id="Microsoft.VisualStudio.Code"/>
  </Installation>
  <Dependencies/>
  <Assets>
    <Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.Details" Path="extension/README.md" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.License" Path="extension/LICENSE.txt" Addressable="true"/>
  </Assets>
</PackageManifest>
`
}

interface Texts {
  readonly displayName: string
  readonly description: string
}

const TYPES: Readonly<Record<string, string>> = {
  cjs: 'application/javascript',
  json: 'application/json',
  md: 'text/markdown',
  table: 'application/octet-stream',
  txt: 'text/plain',
  vsixmanifest: 'text/xml',
}

function contentTypes(names: readonly string[]): string {
  const extensions = [...new Set(names.map((name) => name.slice(name.lastIndexOf('.') + 1)))].sort()
  const defaults = extensions.map(
    (extension) =>
      `  <Default Extension=".${extension}" ContentType="${TYPES[extension] ?? 'application/octet-stream'}"/>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
${defaults.join('\n')}
</Types>
`
}

/** The files below a folder, by path with slashes. What an earlier run has compiled is for one version of Node only. */
function* filesIn(folder: string, prefix: string): Generator<[string, Uint8Array]> {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name)
    if (!statSync(path).isDirectory()) yield [`${prefix}${name}`, readFileSync(path)]
    else if (!/^(?:v8|cache)-/.test(name)) yield* filesIn(path, `${prefix}${name}/`)
  }
}

const json = <Value>(path: string): Value => JSON.parse(readFileSync(path, 'utf8')) as Value

/** Whether a source is younger than the program that goes into the package. */
const isStale = (program: string): boolean =>
  ['src', 'rules']
    .flatMap((folder) =>
      readdirSync(join(root, folder), {recursive: true, encoding: 'utf8'}).map((name) => join(root, folder, name)),
    )
    .some((path) => path.endsWith('.ts') && statSync(path).mtimeMs > statSync(program).mtimeMs)

async function main(): Promise<void> {
  const program = join(root, 'dist/zicha.cjs')
  if (!existsSync(program)) execFileSync('npm', ['run', 'build'], {cwd: root, stdio: ['ignore', 'ignore', 'inherit']})
  else if (isStale(program)) console.warn('dist is older than the sources; to pack the newest: npm run build')
  await build({
    entry: {extension: join(here, 'src/extension.ts')},
    outDir: built,
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    deps: {neverBundle: ['vscode'], alwaysBundle: (id) => id !== 'vscode', onlyBundle: false},
    minify: true,
    dts: false,
    config: false,
    logLevel: 'warn',
    tsconfig: join(here, 'tsconfig.json'),
  })
  const manifest = json<Manifest>(join(here, 'package.json'))
  const files = new Map<string, Uint8Array>([
    ['extension/LICENSE.txt', readFileSync(join(root, 'LICENSE'))],
    ['extension/zicha.schema.json', readFileSync(join(root, 'zicha.schema.json'))],
    ...['package.json', 'package.nls.json', 'package.nls.zh-cn.json', 'README.md'].map((name): [string, Uint8Array] => [
      `extension/${name}`,
      readFileSync(join(here, name)),
    ]),
    ...filesIn(join(here, 'l10n'), 'extension/l10n/'),
    ...filesIn(built, 'extension/'),
    ...filesIn(join(root, 'dist'), 'extension/server/'),
    ...filesIn(join(root, 'docs/rules'), 'extension/docs/rules/'),
  ])
  const encoder = new TextEncoder()
  const texts = json<Texts>(join(here, 'package.nls.zh-cn.json'))
  const zip = zipSync(
    {
      'extension.vsixmanifest': encoder.encode(vsixManifest(manifest, texts)),
      '[Content_Types].xml': encoder.encode(contentTypes(['extension.vsixmanifest', ...files.keys()])),
      ...Object.fromEntries(files),
    },
    // the same files give the same bytes
    {mtime: new Date(1980, 0, 2), level: 9},
  )
  const target = join(here, `${manifest.name}-${manifest.version}.vsix`)
  writeFileSync(target, zip)
  rmSync(built, {recursive: true})
  console.log(`${target}: ${files.size} files, ${Math.round(zip.length / 1024)} KB`)
}

void main()
