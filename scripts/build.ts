import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { cp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build as bundle, type InlineConfig, type Plugin } from 'vite'
import { checkout } from './checkout.ts'
import { languageProblems } from './languages.ts'

const out = join(checkout, 'out')
const fingerprintFile = join(out, 'fingerprint')
const INPUTS = ['app/**', 'main/**', 'renderer/**', 'assets/**', 'scripts/build.ts', 'package-lock.json']

/** The oldest of the two Electrons that must run the result: 33, which is Node 20 and Chromium 130. */
const NODE_TARGET = 'node20.18'
const CHROMIUM_TARGET = 'chrome130'

/** Builds the application into out/, unless nothing has changed since the last time. */
export async function build(): Promise<void> {
  const fingerprint = fingerprintOfInputs()
  if (existsSync(fingerprintFile) && readFileSync(fingerprintFile, 'utf8') === fingerprint) return

  const problems = languageProblems()
  if (problems.length > 0) throw new Error(problems.join('\n'))
  const start = performance.now()
  await rm(out, { recursive: true, force: true })
  await Promise.all([
    bundle(forNode('main/index.ts', 'main', 'index.js', 'es')),
    // A sandboxed preload is CommonJS and may not load a second file.
    bundle(forNode('main/lib/page-preload.ts', 'preload', 'page.cjs', 'cjs')),
    bundle(forNode('main/coordinator/index.ts', 'coordinator', 'index.js', 'es')),
    copySqlite(),
    bundle(forPages('guardian')),
    bundle(forPages('visitor')),
    bundle(forPages('dashboard')),
    cp(join(checkout, 'assets'), join(out, 'assets'), { recursive: true }),
  ])
  await writeFile(fingerprintFile, fingerprint)
  console.log(`Built in ${((performance.now() - start) / 1000).toFixed(1)} s`)
}

function forNode(entry: string, folder: string, file: string, format: 'es' | 'cjs'): InlineConfig {
  return {
    ...common,
    root: checkout,
    // Everything but Electron, a native module and Node's own modules is bundled: the application is shipped without node_modules.
    ssr: { noExternal: true },
    plugins: [plainFsForWatcher],
    build: {
      ...common.build,
      ssr: join(checkout, entry),
      outDir: join(out, folder),
      target: NODE_TARGET,
      rolldownOptions: {
        external: ['electron', /^electron\//, 'better-sqlite3'],
        output: {
          format,
          entryFileNames: file,
          chunkFileNames: '[name]-[hash].js',
          codeSplitting: format === 'es',
        },
      },
    },
  }
}

/** The coordinator's database is a native module: it lies beside the bundle, with its builds for each system. */
async function copySqlite(): Promise<void> {
  const module = 'node_modules/better-sqlite3'
  await Promise.all(
    ['package.json', 'LICENSE', 'lib', 'prebuilds'].map((part) =>
      cp(join(checkout, module, part), join(out, 'coordinator', module, part), { recursive: true }),
    ),
  )
}

/**
 * The watcher of scan folders sees the file system as it is. By Electron's own, one file called `x.asar` would hide all
 * the pages beside it.
 */
const plainFsForWatcher: Plugin = {
  name: 'plain-fs-for-watcher',
  enforce: 'pre',
  resolveId: (source, importer = '') =>
    /^node:fs(\/promises)?$/.test(source) && /[\\/]node_modules[\\/](chokidar|readdirp)[\\/]/.test(importer)
      ? `\0plain:${source}`
      : null,
  load: (id) => {
    if (!id.startsWith('\0plain:')) return null
    const names = id.endsWith('/promises')
      ? '{ lstat, open, readdir, realpath, stat } = plainFs.promises'
      : '{ stat, Stats, unwatchFile, watch, watchFile } = plainFs'
    return `import { plainFs } from ${JSON.stringify(join(checkout, 'main/lib/plain-fs.ts'))}\nexport const ${names}\n`
  },
}

/** Each process has its own root, so that the pages of one cannot load the code of the other. */
function forPages(room: 'guardian' | 'visitor' | 'dashboard'): InlineConfig {
  return {
    ...common,
    root: join(checkout, 'renderer', room),
    base: './',
    plugins: [react()],
    build: {
      ...common.build,
      outDir: join(out, 'renderer', room),
      target: CHROMIUM_TARGET,
      // The pages' security policy has no data: URLs.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  }
}

const common = {
  configFile: false,
  envDir: false,
  publicDir: false,
  mode: 'production',
  logLevel: 'warn',
  // Pages are read from the disk of the post: the size of a chunk is no delay there.
  build: { emptyOutDir: false, reportCompressedSize: false, chunkSizeWarningLimit: 2000 },
} satisfies InlineConfig

/** Changes when a file that the result is made from is added, removed, or written to. */
function fingerprintOfInputs(): string {
  const hash = createHash('sha256')
  for (const path of globSync(INPUTS, { cwd: checkout }).sort()) {
    const { size, mtimeMs } = statSync(join(checkout, path))
    hash.update(`${path}\0${size}\0${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

if (import.meta.main) await build()
