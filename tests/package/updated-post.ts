import { chmod, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { execa } from 'execa'
import type { BareDebian } from './bare-debian.ts'

const checkout = join(import.meta.dirname, '../..')
const repository = '/srv/repository'

/** As a started machine has it, but for systemd: its double is first on PATH. */
const asStarted = 'export PATH=/usr/local/sbin:$PATH; ip link set lo up'
const unit = 'estran-kiosk.service'
export const asPost = 'runuser --user estran -- env XDG_RUNTIME_DIR=/run/user/estran'

/** A person's hands and eyes. */
export const atScreen = 'runuser --user estran -- env DISPLAY=:0 xdotool'

/** Starts the post and waits for its welcome page. */
export const startPost = `rm -f /var/lib/estran/welcomed
  systemctl start ${unit}
  until [ -e /var/lib/estran/welcomed ]; do sleep 0.2; done`

/**
 * The script of an update as the timer starts it, and the post stopped after it.
 * @param before what is done first; with nothing the post does not run
 * @param after what must hold while the post still runs
 */
export function updateScript(before = startPost, after = 'true'): string {
  return `${asStarted}
    ${before}
    code=0
    /usr/lib/estran/update 2>&1 || code=$?
    ${after}
    systemctl stop ${unit} estran-kiosk-x11.service estran-display.service
    exit $code`
}

export async function installDouble({ root }: BareDebian): Promise<void> {
  await cp(join(import.meta.dirname, 'systemctl'), join(root, 'usr/local/sbin/systemctl'))
}

/**
 * The same package as of other versions, the program inside saying so too.
 * @param into folder there; each is called as its version
 * @param broken versions whose program ends at once
 */
export async function makeVersions(
  { root }: BareDebian,
  deb: string,
  into: string,
  versions: readonly string[],
  broken: readonly string[],
): Promise<void> {
  const tree = join(root, 'srv/tree')
  await execa('dpkg-deb', ['--raw-extract', deb, tree])
  const control = join(tree, 'DEBIAN/control')
  const archive = join(tree, 'opt/Estran/resources/app.asar')
  const [controlText, bytes] = [await readFile(control, 'utf8'), await readFile(archive, 'latin1')]
  const [, first = ''] = /^Version: (.*)$/m.exec(controlText) ?? []
  await mkdir(join(root, into), { recursive: true })
  for (const version of versions) {
    // The archive knows its files by their places: nothing may move.
    const changed = bytes.replace(`"version": "${first}"`, `"version": "${version}"`)
    if (changed.length !== bytes.length) throw new Error(`${version} is longer than ${first}`)
    await writeFile(control, controlText.replace(/^Version: .*$/m, `Version: ${version}`))
    await writeFile(archive, changed, 'latin1')
    const program = join(tree, 'opt/Estran/estran')
    if (broken.includes(version)) {
      await writeFile(program, '#!/bin/sh\nexit 1\n')
      await chmod(program, 0o755)
    }
    // Uncompressed: quickly made, and read by dpkg all the same.
    const file = join(root, into, `${version}.deb`)
    await execa('dpkg-deb', ['--root-owner-group', '-Znone', '--build', tree, file])
  }
  await rm(tree, { recursive: true })
}

/** Publishes a package in a ring of the structure's repository, as the guide does. @param key who signs */
export function publishScript(ring: string, file: string, key = 'estran'): string {
  return `mkdir -p ${repository} && cd ${repository} && sh /tmp/publish ${ring} ${file} ${key}`
}
export const publishFile = join(checkout, 'assets/deploy/repository/publish')

/** A policy by which updates may begin for six hours, from three hours ago. @param later hours by which they begin later */
export function policyFor(ring: string, later = 0): object {
  const hour = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString().slice(11, 16)
  const updates = { source: repository, ring, from: hour(later - 3), until: hour(later + 3) }
  return { post: { kiosk: true }, updates }
}

/** Waits for a page, known by the title of its window, which is its heading. */
export function untilSeen(title: string): string {
  return `until ${atScreen} search --onlyvisible --name ${title} >/dev/null 2>&1; do sleep 0.2; done`
}
