import {execFileSync, spawnSync} from 'node:child_process'
import {cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'

/** Git for a scratch repository, whatever the machine's user has configured; nothing is asked of a registry. */
export const ENVIRONMENT: NodeJS.ProcessEnv = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'x',
  GIT_AUTHOR_EMAIL: 'x@example.com',
  GIT_COMMITTER_NAME: 'x',
  GIT_COMMITTER_EMAIL: 'x@example.com',
  npm_config_offline: 'true',
  npm_config_update_notifier: 'false',
  NO_COLOR: '1',
}
delete ENVIRONMENT.FORCE_COLOR

export interface Outcome {
  readonly code: number | null
  readonly out: string
}

/** A folder outside the project, and commands in it. */
export class Scratch {
  readonly folder = mkdtempSync(join(tmpdir(), 'zicha 试用 '))

  run(command: string, ...args: string[]): Outcome {
    const {status, stdout, stderr} = spawnSync(command, args, {cwd: this.folder, env: ENVIRONMENT, encoding: 'utf8'})
    return {code: status, out: `${stdout}${stderr}`}
  }

  shell(script: string): Outcome {
    return this.run('bash', '-ec', script)
  }

  write(files: Readonly<Record<string, string>>): this {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(join(this.folder, name, '..'), {recursive: true})
      writeFileSync(join(this.folder, name), content)
    }
    return this
  }

  remove(): void {
    rmSync(this.folder, {recursive: true, force: true})
  }
}

/** Builds the package where `npm ci` has not, and packs it as it would be published. @returns the archive's path */
export function pack(into: string): string {
  if (!existsSync('dist/zicha.cjs') || !existsSync('dist/api/index.js')) execFileSync('npm', ['run', 'build'])
  const name = execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', into], {
    encoding: 'utf8',
  })
  return join(into, name.trim())
}

/** A repository with what a clone has after its build: the package without the parts that only building needs. */
export function hookRepository(into: Scratch): string {
  const folder = join(into.folder, '钩子')
  mkdirSync(folder)
  for (const name of ['.pre-commit-hooks.yaml', '.npmrc', 'dist', 'zicha.schema.json', 'LICENSE'])
    cpSync(resolve(name), join(folder, name), {recursive: true})
  const {scripts: _, devDependencies: __, ...rest} = JSON.parse(readFileSync('package.json', 'utf8'))
  writeFileSync(join(folder, 'package.json'), JSON.stringify(rest))
  for (const args of [
    ['init', '-q'],
    ['add', '-f', '.'],
    ['commit', '-qm', '一'],
  ])
    execFileSync('git', args, {cwd: folder, env: ENVIRONMENT})
  return folder
}
