import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test, vi } from 'vitest'
import { coordinatorApi } from '../../../app/contracts/coordinator-api.ts'
import { linkPost } from '../../doubles/linked-post.ts'
import { network, say } from '../../doubles/network.ts'

/** Far less than the minute after which Node gives up a connection that says nothing. */
const testTimeout = 30_000

test(
  'it stops though a browser keeps a connection that it never used, and a post lost its cable',
  async () => {
    const net = await network()
    const { token } = await net.post()
    const post = await linkPost(net.coordinator.address, token)
    post.socket.pause()
    const unused = connect(Number(new URL(net.coordinator.address).port), '127.0.0.1')
    await once(unused, 'connect')
    const ended = once(unused, 'close')
    await net.coordinator.stop()
    await ended
  },
  testTimeout,
)

test(
  'what was asked before a stop is answered, what comes after is not',
  async () => {
    const net = await network()
    const { id, token } = await net.post()
    const post = await linkPost(net.coordinator.address, token)
    post.setMute(true)
    const asked = net.ask(coordinatorApi.posts.command, { params: { postId: id }, body: { do: 'close' } })
    await vi.waitFor(() => expect(post.received()).toBe(1), { timeout: 20_000 })
    await net.coordinator.stop()
    expect((await asked).outcome).toBe('notReached')
    await expect(say(net.coordinator.address, coordinatorApi.service.health, {})).rejects.toThrow()
  },
  testTimeout,
)
