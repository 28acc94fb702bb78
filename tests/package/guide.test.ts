import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { execa } from 'execa'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BareDebian, makeBareDebian } from './bare-debian.ts'

const checkout = join(import.meta.dirname, '../..')
const guide = join(checkout, 'assets/deploy/guides/debian.md')
const deb = process.env.ESTRAN_PACKAGE ?? ''
const place = { '/tmp/place.sh': join(import.meta.dirname, 'place.sh') }

/** What the installer of Debian leaves with "utilitaires usuels du système", as far as the guide needs it, and a network. */
const standard = ['ca-certificates', 'cups-ipp-utils', 'iproute2', 'systemd']

/** What only a machine does that has started under systemd: the guide's own lines, but these. */
const onlyStarted = /^systemctl (restart|reboot)\b.*$/gm

/** Commands of the guide, each block as a person types it, in order. */
type Step = { shell: string } | { file: string; text: string }

let debian: BareDebian

async function readSteps(): Promise<Step[]> {
  const text = await readFile(guide, 'utf8')
  return [...text.matchAll(/^```(sh|json)\n(.*?)^```/gms)].map((block) => {
    const [, language, content = ''] = block
    if (language === 'sh') return { shell: content.replace(onlyStarted, '') }
    // The last file that the text names is the one to write.
    const file = [...text.slice(0, block.index).matchAll(/`(\/\S+\.json)`/g)].at(-1)?.[1] ?? ''
    return { file, text: content }
  })
}

/** As on a machine that has started, at a place with these printers. */
function inPlace(script: string, printers: readonly string[]) {
  return debian.run(`export PRINTERS='${printers.join('\n')}'; . /tmp/place.sh\n${script}`, place, 'own')
}

async function follow(step: Step): Promise<string> {
  if ('file' in step) {
    await writeFile(join(debian.root, step.file), step.text)
    return ''
  }
  const isInstalling = step.shell.includes('apt-get')
  const { code, out } = isInstalling
    ? await debian.run(`cd /root\n${step.shell}`)
    : await inPlace(step.shell, ['Accueil'])
  // Says by its code what the worst line is: some hold only on a real machine.
  const mayWarn = step.shell.includes('estran check') ? [0, 1, 2] : [0]
  expect(mayWarn, `${step.shell}\n${out}`).toContain(code)
  return out
}

async function enabled(): Promise<string[]> {
  const { out } = await debian.run(
    "systemctl list-unit-files --state=enabled --plain --no-legend 'estran-*' | cut -d' ' -f1",
  )
  return out.split('\n')
}

/** The package as a newer version of itself. */
async function makeNewer(): Promise<void> {
  const root = join(debian.root, 'root')
  await execa('dpkg-deb', ['--raw-extract', deb, join(root, 'newer')])
  await execa('sed', ['-i', 's/^Version: .*/Version: 99/', join(root, 'newer/DEBIAN/control')])
  await execa('rm', [join(root, 'estran_1_amd64.deb')])
  await execa('dpkg-deb', ['-Znone', '--build', join(root, 'newer'), join(root, 'estran_99_amd64.deb')])
}

beforeAll(async () => {
  debian = await makeBareDebian(standard)
  // Under the name that the guide gives it, and a person who says yes.
  await execa('cp', [deb, join(debian.root, 'root/estran_1_amd64.deb')])
  await writeFile(join(debian.root, 'etc/apt/apt.conf.d/90yes'), 'APT::Get::Assume-Yes "true";\n')
})

afterAll(() => debian?.remove())

test('the guide for Debian, word by word, makes a post of a bare machine', async () => {
  const steps = await readSteps()
  const check = steps.findIndex((step) => 'shell' in step && step.shell.includes('estran check'))
  const said: string[] = []
  for (const step of steps.slice(0, check + 1)) said.push(await follow(step))

  expect(said.at(-1)).toMatch(/Imprimante.*accueil/)
  // It has shown how to change over to X11.
  expect(await enabled()).toEqual([
    'estran-firewall.service',
    'estran-kiosk-x11.service',
    'estran-printer.service',
    'estran-update.timer',
  ])

  await makeNewer()
  for (const step of steps.slice(check + 1)) await follow(step)
  expect((await debian.run(`dpkg-query --show --showformat='\${Version}' estran-testbuild`)).out).toBe('99')
  expect(await enabled()).toContain('estran-kiosk-x11.service')
  expect(await enabled()).not.toContain('estran-kiosk.service')
  expect((await debian.run('cat /etc/estran/policy.json')).out).toContain('Médiathèque')
}, 900_000)

const findPrinter = '/usr/lib/estran/find-printer'
const policyOf = (printing: object) =>
  `cat >/etc/estran/policy.json <<'END'\n${JSON.stringify({ printing })}\nEND\n`

test('a clone finds the printer of its place by itself, prints on it, and looks no further', async () => {
  const first = await inPlace(
    `lpadmin -x accueil
    ${policyOf({})}${findPrinter}; ${findPrinter}; lpstat -v -d
    (runuser --user estran -- estran check --json || true) | grep --after-context=2 '"check": "printer"'
    lp /usr/share/cups/data/default-testpage.pdf; until ls /tmp/printed/1-*.pdf; do sleep 0.2; done`,
    ['Mairie RDC'],
  )
  expect(first.code, first.out).toBe(0)
  expect(first.out.match(/The post prints on Mairie_RDC\./g)).toHaveLength(1)
  expect(first.out).toContain('system default destination: Mairie_RDC')
  expect(first.out).toContain('"finding": "found"')

  const later = await inPlace(`${findPrinter}; lpstat -v`, ['Accueil', 'Mairie RDC'])
  expect(later.code, later.out).toBe(0)
  expect(later.out.match(/^device for .*$/gm)).toHaveLength(1)
})

test('of several printers a clone takes the one its policy names; unnamed, none, and it says what to do', async () => {
  const printers = ['Mairie RDC', 'Mairie étage']
  const unwanted = await inPlace(
    `lpadmin -x Mairie_RDC
    ${policyOf({ enabled: false })}${findPrinter}; lpstat -v || true`,
    printers,
  )
  expect(unwanted.code, unwanted.out).toBe(0)
  expect(unwanted.out).not.toContain('device for')

  const unnamed = await inPlace(`${policyOf({})}${findPrinter}`, printers)
  expect(unnamed.code, unnamed.out).toBe(1)
  expect(unnamed.out).toMatch(
    /No printer was chosen, of these: .*Mairie_RDC.*\. Name one in printing\.printer/,
  )

  const named = await inPlace(`${policyOf({ printer: 'Mairie_RDC' })}${findPrinter}; lpstat -v`, printers)
  expect(named.code, named.out).toBe(0)
  expect(named.out).toMatch(/^device for Mairie_RDC: ipps:/m)
})
