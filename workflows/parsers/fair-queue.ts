/** What waits: for whom, and how many bytes it holds. `alone`: it does not go together with others. */
export type Queued = { by: string; size: number; alone: boolean }
export type QueueLimits = { jobs: number; megabytes: number }

/**
 * A queue with an end: what does not fit is refused at once. Those who wait are served in turn, whoever brings much after
 * whoever brings little.
 */
export function fairQueue<T extends Queued>(most: QueueLimits) {
  const waiting = new Map<string, T[]>()
  let jobs = 0
  let bytes = 0
  const next = (): T | undefined => waiting.values().next().value?.[0]
  const takeNext = (): T | undefined => {
    const [by, theirs] = waiting.entries().next().value ?? []
    const job = theirs?.shift()
    if (by === undefined || theirs === undefined || job === undefined) return undefined
    // out and in again: the map's order is whose turn it is
    waiting.delete(by)
    if (theirs.length > 0) waiting.set(by, theirs)
    jobs -= 1
    bytes -= job.size
    return job
  }
  return {
    /** False where there is no room. One job alone always has it. */
    put: (job: T): boolean => {
      const isFull = jobs >= most.jobs || bytes + job.size > most.megabytes * 1024 * 1024
      if (isFull && jobs > 0) return false
      const theirs = waiting.get(job.by)
      if (theirs) theirs.push(job)
      else waiting.set(job.by, [job])
      jobs += 1
      bytes += job.size
      return true
    },
    /** The next job, and after it those that are short enough to go with it. Empty where nothing waits. */
    take: (together: number): T[] => {
      const taken: T[] = []
      let held = 0
      for (let job = next(); job; job = next()) {
        held += job.size
        if (taken.length > 0 && (held > together || job.alone)) break
        const one = takeNext()
        if (one) taken.push(one)
        if (job.alone) break
      }
      return taken
    },
  }
}
