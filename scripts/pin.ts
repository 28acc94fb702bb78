// npm run pin: asks for a PIN and prints the line that stands for it in a policy (staff.pinHash, staff.adminPinHash).
import { createInterface } from 'node:readline/promises'
import { hashPin } from '../main/lib/pin.ts'

const terminal = createInterface({ input: process.stdin, output: process.stderr })
const pin = (await terminal.question('PIN, 4 to 12 digits: ')).trim()
terminal.close()
if (/^\d{4,12}$/.test(pin)) {
  console.log(await hashPin(pin))
} else {
  console.error('A PIN is 4 to 12 digits. Nothing was printed.')
  process.exitCode = 64
}
