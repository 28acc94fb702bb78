import { describe, expect, test } from 'vitest'
import { spokenLanguages, voiceTag } from '../../../app/speech/spoken-languages.ts'
import { asData, isEvent, isRefusal, readReplies, voiceTagsOf } from '../../../app/speech/ssip.ts'

const queued = '225-7\r\n225 OK MESSAGE QUEUED\r\n'
const begun = '701-7\r\n701-1\r\n701 BEGIN\r\n'

describe('what a speech server answers', () => {
  test('is read reply by reply, however it is cut on its way', () => {
    const said = `208 OK CLIENT NAME SET\r\n${queued}${begun}`
    const whole = readReplies(said).replies
    expect(whole).toEqual([
      { code: 208, lines: ['OK CLIENT NAME SET'] },
      { code: 225, lines: ['7', 'OK MESSAGE QUEUED'] },
      { code: 701, lines: ['7', '1', 'BEGIN'] },
    ])
    for (let cut = 0; cut <= said.length; cut++) {
      const first = readReplies(said.slice(0, cut))
      const second = readReplies(first.rest + said.slice(cut))
      expect([...first.replies, ...second.replies], `cut at ${cut}`).toEqual(whole)
      expect(second.rest).toBe('')
    }
  })

  test('is an answer, an event or a refusal', () => {
    const [answer, event, refusal] = readReplies(`${queued}${begun}409 ERR UNKNOWN LANGUAGE\r\n`).replies
    expect([answer, event, refusal].map((reply) => reply && isEvent(reply))).toEqual([false, true, false])
    expect([answer, event, refusal].map((reply) => reply && isRefusal(reply))).toEqual([false, false, true])
  })

  test('is refused when it is of another protocol', () => {
    expect(() => readReplies('HTTP/1.1 200 OK\r\n')).toThrow('speech server')
  })
})

test('a line of text that begins with a dot does not end the text', () => {
  expect(asData('...et puis\n.')).toBe('....et puis\r\n..\r\n.\r\n')
})

test('voices speak our languages whatever their country; easy-to-read French is spoken as French', () => {
  const list = {
    code: 249,
    lines: [
      'French (Belgium)\tfr-BE\tnone',
      'Ukrainian\tuk\tnone',
      'Klingon\ttlh\tnone',
      'OK VOICE LIST SENT',
    ],
  }
  expect(spokenLanguages(voiceTagsOf(list))).toEqual(['fr', 'fr-x-falc', 'uk'])
  expect(voiceTag('fr-x-falc')).toBe('fr')
})

test('the voice that says that there is none is none', () => {
  expect(
    spokenLanguages(voiceTagsOf({ code: 249, lines: ['dummy\ten\tnone', 'OK VOICE LIST SENT'] })),
  ).toEqual([])
})
