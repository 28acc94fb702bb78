/** What is needed of the Internet Printing Protocol's encoding (RFC 8010): no more than asking for jobs and ending them. */

const tags = {
  operationGroup: 0x01,
  jobGroup: 0x02,
  end: 0x03,
  integer: 0x21,
  boolean: 0x22,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  language: 0x48,
} as const

/** Codes of RFC 8011. */
export const operations = { cancelJob: 0x0008, getJobs: 0x000a } as const

export type IppAttribute = readonly [
  tag: 'uri' | 'name' | 'keyword' | 'boolean',
  name: string,
  value: string | boolean,
]

/** A request as the server wants it: character set and language first. Attributes of one name follow each other. */
export function encodeRequest(operation: number, attributes: readonly IppAttribute[]): Buffer {
  const requestId = 1
  const head = Buffer.alloc(8)
  head.writeUInt16BE(0x0200, 0)
  head.writeUInt16BE(operation, 2)
  head.writeInt32BE(requestId, 4)
  return Buffer.concat([
    head,
    Buffer.of(tags.operationGroup),
    encodeAttribute(tags.charset, 'attributes-charset', 'utf-8'),
    encodeAttribute(tags.language, 'attributes-natural-language', 'en'),
    ...attributes.map(([tag, name, value], index) =>
      // A further value of the same attribute goes without its name.
      encodeAttribute(tags[tag], attributes[index - 1]?.[1] === name ? '' : name, value),
    ),
    Buffer.of(tags.end),
  ])
}

function encodeAttribute(tag: number, name: string, value: string | boolean): Buffer {
  const bytes = typeof value === 'boolean' ? Buffer.of(value ? 1 : 0) : Buffer.from(value)
  return Buffer.concat([Buffer.of(tag), sized(Buffer.from(name)), sized(bytes)])
}

function sized(bytes: Buffer): Buffer {
  const size = Buffer.alloc(2)
  size.writeUInt16BE(bytes.length)
  return Buffer.concat([size, bytes])
}

/** A server's answer: its status, and the whole numbers it tells of each job by name. */
export type IppAnswer = { status: number; jobs: Record<string, number>[] }

/** @throws RangeError when the answer is cut off */
export function decodeAnswer(bytes: Buffer): IppAnswer {
  const status = bytes.readUInt16BE(2)
  const jobs: Record<string, number>[] = []
  let job: Record<string, number> | undefined
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
    if (tag === tags.end) return { status, jobs }
    if (tag < 0x10) {
      job = tag === tags.jobGroup ? {} : undefined
      if (job !== undefined) jobs.push(job)
      continue
    }
    const name = take().toString()
    const value = take()
    if (tag === tags.integer && job !== undefined) job[name] = value.readInt32BE()
  }
}
