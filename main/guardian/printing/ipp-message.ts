/** What is needed of the Internet Printing Protocol's encoding (RFC 8010): printing, asking for jobs, ending them. */

const tags = {
  operationGroup: 0x01,
  jobGroup: 0x02,
  end: 0x03,
  integer: 0x21,
  boolean: 0x22,
  enum: 0x23,
  range: 0x33,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  language: 0x48,
  mimeType: 0x49,
} as const

/** Codes of RFC 8011; the last two are CUPS' own. */
export const operations = {
  printJob: 0x0002,
  cancelJob: 0x0008,
  getJobAttributes: 0x0009,
  getJobs: 0x000a,
  getPrinterAttributes: 0x000b,
  getDefault: 0x4001,
  getPrinters: 0x4002,
} as const

export type IppAttribute =
  | readonly [tag: 'uri' | 'name' | 'keyword' | 'mimeType', name: string, value: string]
  | readonly [tag: 'boolean', name: string, value: boolean]
  | readonly [tag: 'integer', name: string, value: number]
  | readonly [tag: 'range', name: string, value: readonly [first: number, last: number]]

/**
 * A request as the server wants it: character set and language first. Attributes of one name follow each other.
 * @param job what is asked of a new job @param document follows the message
 */
export function encodeRequest(
  operation: number,
  attributes: readonly IppAttribute[],
  job: readonly IppAttribute[] = [],
  document: Buffer = Buffer.alloc(0),
): Buffer {
  const requestId = 1
  const head = Buffer.alloc(8)
  head.writeUInt16BE(0x0200, 0)
  head.writeUInt16BE(operation, 2)
  head.writeInt32BE(requestId, 4)
  return Buffer.concat([
    head,
    Buffer.of(tags.operationGroup),
    encodeAttribute(tags.charset, 'attributes-charset', Buffer.from('utf-8')),
    encodeAttribute(tags.language, 'attributes-natural-language', Buffer.from('en')),
    ...attributes.map(encode),
    ...(job.length === 0 ? [] : [Buffer.of(tags.jobGroup), ...job.map(encode)]),
    Buffer.of(tags.end),
    document,
  ])
}

function encode(attribute: IppAttribute, index: number, all: readonly IppAttribute[]): Buffer {
  const [tag, name] = attribute
  // A further value of the same attribute goes without its name.
  return encodeAttribute(tags[tag], all[index - 1]?.[1] === name ? '' : name, bytesOf(attribute))
}

function bytesOf([tag, , value]: IppAttribute): Buffer {
  if (tag === 'boolean') return Buffer.of(value ? 1 : 0)
  if (tag === 'integer') return integer(value)
  return tag === 'range' ? Buffer.concat(value.map(integer)) : Buffer.from(value)
}

function integer(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

function encodeAttribute(tag: number, name: string, value: Buffer): Buffer {
  return Buffer.concat([Buffer.of(tag), sized(Buffer.from(name)), sized(value)])
}

function sized(bytes: Buffer): Buffer {
  const size = Buffer.alloc(2)
  size.writeUInt16BE(bytes.length)
  return Buffer.concat([size, bytes])
}

/** What is told of one job or printer: values by name, whole numbers and texts. */
export type IppThing = Record<string, (number | string)[]>

/** A server's answer: its status, and the jobs or the printers it tells of. */
export type IppAnswer = { status: number; things: IppThing[] }

/** @throws RangeError when the answer is cut off */
export function decodeAnswer(bytes: Buffer): IppAnswer {
  const status = bytes.readUInt16BE(2)
  const things: IppThing[] = []
  let thing: IppThing | undefined
  let name = ''
  let at = 8
  const take = (): Buffer => {
    const size = bytes.readUInt16BE(at)
    const from = at + 2
    at = from + size
    if (at > bytes.length) throw new RangeError('an answer of the print server is cut off')
    return bytes.subarray(from, at)
  }
  for (;;) {
    const tag = bytes.readUInt8(at)
    at += 1
    if (tag === tags.end) return { status, things }
    if (tag < 0x10) {
      thing = tag === tags.operationGroup ? undefined : {}
      if (thing !== undefined) things.push(thing)
      continue
    }
    // A further value of an attribute comes without its name.
    name = take().toString() || name
    const value = take()
    const read = readValue(tag, value)
    if (thing === undefined || read === undefined) continue
    const values = thing[name] ?? []
    thing[name] = [...values, read]
  }
}

function readValue(tag: number, value: Buffer): number | string | undefined {
  if (tag === tags.integer || tag === tags.enum) return value.readInt32BE()
  return tag === tags.name || tag === tags.keyword || tag === tags.uri ? value.toString() : undefined
}
