import fc from 'fast-check'

/** Properties draw alike in every run, so that red means a change and not luck; `PROPERTY_SEED` draws others. */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20261122) })
