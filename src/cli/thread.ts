/** The first argument of the program where it runs as a thread of another run (src/cli/worker.ts). */
export const THREAD = 'zicha:thread'
