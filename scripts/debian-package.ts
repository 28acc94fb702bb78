import { createHash } from 'node:crypto'
import { chmod, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkout } from './checkout.ts'
import { output } from './command.ts'

const deploy = join(checkout, 'assets/deploy/debian')
const scripts = ['postinst', 'prerm', 'postrm']

/** What a package is called, and which one it cannot lie beside: both have the same files. */
export type PackageName = { name: string; rival: string; version: string }

/**
 * Makes the Debian package: the program in /opt/Estran, the system's files, and the scripts that make a post of a machine
 * and undo it. electron-builder's own way needs fpm, which it downloads; dpkg-deb is on every Debian.
 * @param unpacked folder of the packaged program
 * @param folder where the package goes
 * @returns its path
 */
export async function makeDebianPackage(
  unpacked: string,
  { name, rival, version }: PackageName,
  folder: string,
): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'estran-deb-'))
  try {
    await output('cp', ['--archive', '--no-target-directory', join(deploy, 'root'), root])
    await mkdir(join(root, 'opt'))
    await output('cp', ['--archive', '--reflink=auto', unpacked, join(root, 'opt/Estran')])
    await mkdir(join(root, 'usr/bin'))
    await symlink('/opt/Estran/estran', join(root, 'usr/bin/estran'))
    const doc = join(root, 'usr/share/doc', name)
    await mkdir(doc, { recursive: true })
    await cp(join(checkout, 'LICENSE'), join(doc, 'copyright'))
    // As the build's own user had them, whoever that was.
    await output('chmod', ['--recursive', 'u=rwX,go=rX', root])

    // Debian's versions order 1.0.0~rc.1 before 1.0.0, and 1.0.0-rc.1 after it.
    const debianVersion = version.replace('-', '~')
    await writeControl(root, [
      `Package: ${name}`,
      `Version: ${debianVersion}`,
      `Conflicts: ${rival}`,
      `Installed-Size: ${(await output('du', ['--summarize', '--block-size=1K', root])).split('\t')[0]}`,
    ])
    const file = join(folder, `${name}_${debianVersion}_amd64.deb`)
    await output('dpkg-deb', ['--root-owner-group', '--build', root, file])
    return file
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

/** The package's own folder: fields, scripts, the settings an admin may change, and a sum of each file for `dpkg --verify`. */
async function writeControl(root: string, fields: string[]): Promise<void> {
  const files = (await output('find', [root, '-type', 'f', '-printf', '%P\n'])).split('\n').sort()
  const isSetting = (file: string) => file.startsWith('etc/')
  const sums = files.filter((file) => !isSetting(file)).map(async (file) => `${await sumOf(root, file)}\n`)

  const control = join(root, 'DEBIAN')
  await mkdir(control)
  const shipped = await readFile(join(deploy, 'package/control'), 'utf8')
  await writeFile(join(control, 'control'), `${fields.join('\n')}\n${shipped}`)
  const settings = files.filter(isSetting).map((file) => `/${file}\n`)
  await writeFile(join(control, 'conffiles'), settings.join(''))
  await writeFile(join(control, 'md5sums'), (await Promise.all(sums)).join(''))
  for (const script of scripts) {
    await cp(join(deploy, 'package', script), join(control, script))
    await chmod(join(control, script), 0o755)
  }
}

async function sumOf(root: string, file: string): Promise<string> {
  // The sum that dpkg knows, against accidents; the archive's signature is against people.
  const sum = createHash('md5')
    .update(await readFile(join(root, file)))
    .digest('hex')
  return `${sum}  ${file}`
}
