/** Wraps methods of a store so that a fault of the database is thrown as `explain` says. */
export const explained =
  (explain: (fault: unknown) => unknown) =>
  <Given extends readonly unknown[], Result>(method: (...given: Given) => Promise<Result>) =>
  async (...given: Given): Promise<Result> => {
    try {
      return await method(...given)
    } catch (fault) {
      throw explain(fault)
    }
  }
