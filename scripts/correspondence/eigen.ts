/** Eigenvalues and eigenvectors of a symmetric matrix, largest first, by Jacobi's rotations. */
export function eigenvectors(matrix: readonly Float64Array[]): {values: number[]; vectors: Float64Array[]} {
  const size = matrix.length
  const a = matrix.map((row) => Float64Array.from(row))
  const v = matrix.map((_, index) => Float64Array.from({length: size}, (_, column) => (column === index ? 1 : 0)))
  for (let sweep = 0; sweep < 12; sweep++) {
    let rest = 0
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        const off = a[p]?.[q] ?? 0
        rest += off * off
        if (Math.abs(off) > 1e-12) rotate(a, v, p, q)
      }
    }
    if (rest < 1e-14) break
  }
  const order = a.map((row, index) => ({value: row[index] as number, index})).sort((x, y) => y.value - x.value)
  return {
    values: order.map(({value}) => value),
    vectors: order.map(({index}) => Float64Array.from(v[index] as Float64Array)),
  }
}

/** One rotation that makes `a[p][q]` zero; `v` keeps the eigenvectors as rows. */
function rotate(a: Float64Array[], v: Float64Array[], p: number, q: number): void {
  const rowP = a[p] as Float64Array
  const rowQ = a[q] as Float64Array
  const theta = ((rowQ[q] as number) - (rowP[p] as number)) / (2 * (rowP[q] as number))
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const c = 1 / Math.sqrt(t * t + 1)
  const s = t * c
  for (let k = 0; k < a.length; k++) {
    const x = rowP[k] as number
    const y = rowQ[k] as number
    rowP[k] = c * x - s * y
    rowQ[k] = s * x + c * y
  }
  const vp = v[p] as Float64Array
  const vq = v[q] as Float64Array
  for (let k = 0; k < a.length; k++) {
    const row = a[k] as Float64Array
    const x = row[p] as number
    const y = row[q] as number
    row[p] = c * x - s * y
    row[q] = s * x + c * y
    const m = vp[k] as number
    const n = vq[k] as number
    vp[k] = c * m - s * n
    vq[k] = s * m + c * n
  }
}
