/// A decimal number of at most 34 digits, as IEEE 754 decimal128 and DMN's FEEL ask: coefficient times a power of ten.
public struct Decimal128: Sendable {
    /// The digits with their sign; of magnitude below 10^34.
    public let coefficient: Int128
    public let exponent: Int32

    public init(coefficient: Int128, exponent: Int32 = 0) {
        self.coefficient = coefficient
        self.exponent = exponent
    }

    public init(_ integer: Int) { self.init(coefficient: Int128(integer)) }
}
