/**
 * A seed for a test's chance, printed with it: `HEED_TEST_SEED` gives the same again.
 * @returns a whole number from 0, below 2^31
 */
export function testSeed(): number {
  const given = process.env.HEED_TEST_SEED;
  const seed = given === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(given);
  if (!Number.isInteger(seed)) throw new Error(`HEED_TEST_SEED takes a whole number, not “${given}”`);
  console.log(`seed ${seed} (HEED_TEST_SEED=${seed} gives it again)`);
  return seed;
}
