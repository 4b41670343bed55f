import { fail, succeed, type Result } from '../../shared/base/result'
import { expectedFailure } from '../storage/errnoToAppError'

/** The value of `work`, or its expected failure; a bug is thrown on. */
export async function attempt<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return succeed(await work())
  } catch (error) {
    return fail(expectedFailure(error))
  }
}
