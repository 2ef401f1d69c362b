import { chmod, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CipherError } from '#workflows/protection/cipher.ts'
import { createPostboxKey, loadPostboxKey, openPostbox, sealToPostbox } from '#workflows/protection/postbox.ts'
import { KeyFileError } from '#workflows/protection/private-file.ts'
import { inFolder } from './fresh-keys.ts'

const REPORT = '6f1f3d0c-61a2-4f7e-9a53-0d4a4e3a1b2c'
const OTHER = '0b8a1de2-5b1f-4a53-8d0c-2f6a9e3a7c11'
const mailbox = 'li.na@mail.example'

const withKey = <T>(work: (key: Awaited<ReturnType<typeof createPostboxKey>>, file: string) => Promise<T>) =>
  inFolder(async (folder) => {
    const file = join(folder, 'keys', 'postbox.json')
    return work(await createPostboxKey(file), file)
  })

describe('the postbox', () => {
  it('opens an address for the report it was sealed for, and for no other', async () => {
    await withKey(async (key) => {
      const sealed = sealToPostbox(key.publicKey, { mailbox, token: 'AAECAwQFBgcICQoLDA0ODw' }, REPORT)
      expect(openPostbox(key, sealed, REPORT)).toEqual({ mailbox, token: 'AAECAwQFBgcICQoLDA0ODw' })
      expect(() => openPostbox(key, sealed, OTHER)).toThrow(CipherError)
    })
  })

  it('opens with no other key, and not when one byte is changed', async () => {
    await withKey(async (key) => {
      const sealed = sealToPostbox(key.publicKey, { mailbox }, REPORT)
      await withKey(async (other) => expect(() => openPostbox(other, sealed, REPORT)).toThrow(CipherError))
      for (const at of [0, 40, sealed.length - 1]) {
        const bent = Buffer.from(sealed)
        bent.writeUInt8(bent.readUInt8(at) ^ 1, at)
        expect(() => openPostbox(key, bent, REPORT)).toThrow(CipherError)
      }
      expect(() => openPostbox(key, Buffer.alloc(3), REPORT)).toThrow(CipherError)
    })
  })

  it('shows nothing of the address, its length included', async () => {
    await withKey(async ({ publicKey }) => {
      const short = sealToPostbox(publicKey, { mailbox: 'a@b.cn' }, REPORT)
      const long = sealToPostbox(publicKey, { mailbox: `${'long'.repeat(15)}@mail.example` }, REPORT)
      expect(short.length).toBe(long.length)
      expect(short.includes('a@b.cn')).toBe(false)
      expect(short.equals(sealToPostbox(publicKey, { mailbox: 'a@b.cn' }, REPORT))).toBe(false)
    })
  })

  it('keeps its key in a file of its own that only the owner may read, and never overwrites it', async () => {
    await withKey(async (key, file) => {
      expect((await stat(file)).mode & 0o777).toBe(0o600)
      expect(loadPostboxKey(file)).toEqual(key)
      await expect(createPostboxKey(file)).rejects.toThrow(KeyFileError)
      await chmod(file, 0o640)
      expect(() => loadPostboxKey(file)).toThrow(`can be read by others (mode 0640): chmod 600 ${file}`)
    })
  })

  it('trusts no damaged file: cut short, or with halves that do not belong together', async () => {
    await withKey(async (_, file) => {
      const whole = await readFile(file, 'utf8')
      await withKey(async (other) => {
        const mixed = { ...JSON.parse(whole), publicKey: other.publicKey.toString('base64') }
        await writeFile(file, JSON.stringify(mixed))
        expect(() => loadPostboxKey(file)).toThrow('its halves differ')
      })
      await writeFile(file, whole.slice(0, 40))
      expect(() => loadPostboxKey(file)).toThrow('it is not JSON')
      await writeFile(file, '{"format":1}')
      expect(() => loadPostboxKey(file)).toThrow('is damaged')
      expect(() => loadPostboxKey(`${file}.none`)).toThrow('There is no key file')
    })
  })
})
