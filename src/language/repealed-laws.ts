/**
 * Laws that are no longer in force, and what holds instead.
 * The Civil Code (民法典), article 1260, repealed the first nine on 1 January 2021.
 */
export const REPEALED_LAWS: Readonly<Record<string, string>> = {
  婚姻法: '民法典',
  继承法: '民法典',
  民法通则: '民法典',
  收养法: '民法典',
  担保法: '民法典',
  合同法: '民法典',
  物权法: '民法典',
  侵权责任法: '民法典',
  民法总则: '民法典',
}
