const running = new Set<string>()

/** Files whose code runs now, as the user named them: a process that ends now is ended by it, or waits for it in vain. */
export const filesRunning = (): readonly string[] => [...running]

/** Runs code of the user: a configuration, a plugin or a format. */
export async function runForeign<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  running.add(file)
  try {
    return await work()
  } finally {
    running.delete(file)
  }
}
