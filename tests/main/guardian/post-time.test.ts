import { describe, expect, test } from 'vitest'
import '../../doubles/silent-log.ts'
import { startPost } from '../../doubles/post.ts'

describe('a session that nobody ends', () => {
  test('is warned after the idle limit, and ended when the warning was not answered', async () => {
    const post = await startPost()
    await post.begin()
    await post.scheduler.advance(300)
    expect(post.post.state()).toMatchObject({ at: 'active', notice: 'idle' })
    await post.scheduler.advance(59)
    expect(post.at()).toBe('active')
    await post.scheduler.advance(1)
    expect(post.post.state()).toMatchObject({ at: 'receipt', receipt: { cause: 'idle' } })
  })

  test('goes on when the person answers, and counts idleness anew', async () => {
    const post = await startPost()
    await post.begin()
    await post.scheduler.advance(330)
    post.post.dispatch({ type: 'noticeAnswered' })
    await post.scheduler.advance(299)
    expect(post.post.state()).toMatchObject({ at: 'active', notice: null })
    await post.scheduler.advance(2)
    expect(post.post.state()).toMatchObject({ notice: 'idle' })
  })

  test('is not idle while the visitor is used, but ends at its limit when no extension is left', async () => {
    const post = await startPost()
    await post.begin()
    const told: (string | null)[] = []
    for (let minute = 0; minute < 120 && post.at() === 'active'; minute++) {
      post.visitor().says({ type: 'activity' })
      await post.scheduler.advance(60)
      const state = post.post.state()
      if (state.at === 'active' && state.notice !== null) {
        told.push(state.notice)
        post.post.dispatch({ type: 'noticeAnswered' })
      }
    }
    expect(told).toEqual(['time', 'time', 'time'])
    expect(post.scheduler.now()).toBe(3600 + 2 * 900)
    expect(post.post.state()).toMatchObject({ at: 'receipt', receipt: { cause: 'time' } })
  })

  test('is warned first when the machine slept past the limit', async () => {
    const post = await startPost()
    await post.begin()
    await post.scheduler.sleep(20_000)
    expect(post.post.state()).toMatchObject({ at: 'active', notice: 'time' })
    await post.scheduler.advance(59)
    expect(post.at()).toBe('active')
    await post.scheduler.advance(1)
    expect(post.at()).toBe('receipt')
  })

  test('tells the visitor how long it now lasts', async () => {
    const post = await startPost()
    await post.begin()
    await post.scheduler.advance(10)
    post.post.dispatch({ type: 'staffExtended' })
    await post.scheduler.advance(0)
    expect(post.visitor().heard.at(-1)).toEqual({ type: 'secondsLeft', secondsLeft: 3600 + 900 - 10 })
  })
})
