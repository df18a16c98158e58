/**
 * Accounts and rules to findings. Each check fails, passes, or is listed as not checked with the reason;
 * nothing is passed over in silence, and no tolerance is wider than rounding explains.
 */
package juesuan.audit;
