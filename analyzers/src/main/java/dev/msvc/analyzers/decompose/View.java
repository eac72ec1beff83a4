package dev.msvc.analyzers.decompose;

/** What one can see of how the parts of a system hang together. */
public enum View {
  /** Types that refer to each other. */
  REFERENCES,
  /** Types that touch tables, and tables that are tied. */
  DATA,
  /** The words of the names of members, smoothed along references and data. */
  MEMBER_NAMES,
  /** The words of the names of types and tables. */
  TYPE_NAMES,
  /** Packages and modules. */
  PACKAGES,
  /** Modules that routes are named after. */
  ROUTE_MODULES,
  /** Modules that tables are named after. */
  TABLE_MODULES,
  /** Types that are changed together. */
  CHANGES,
  /** Tables that transactions write together. */
  TRANSACTIONS
}
