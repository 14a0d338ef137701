/// A quotient of whole numbers, rounded once and only where it is shown.
public struct Breuk: Hashable, Sendable {
    public let teller: Int128
    /// Never zero and never negative.
    public let noemer: Int128

    /// `nil` when there is nothing to divide by: then a figure does not apply, and is not nought.
    public init?(_ teller: Int128, op noemer: Int128) {
        guard noemer > 0 else { return nil }
        self.teller = teller
        self.noemer = noemer
    }

    /// The value times ten to the power of `decimals`, halves away from zero.
    public func rounded(decimals: Int) -> Int128 {
        let scaled = teller * Breuk.power(decimals)
        let (quotient, rest) = scaled.quotientAndRemainder(dividingBy: noemer)
        return rest.magnitude * 2 >= noemer.magnitude ? quotient + (scaled < 0 ? -1 : 1) : quotient
    }

    /// With a point and this many decimals: `0.97`.
    public func text(decimals: Int) -> String {
        let value = rounded(decimals: decimals)
        let digits = String(value.magnitude)
        let filled = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let whole = filled.dropLast(decimals)
        return (value < 0 ? "-" : "") + whole + (decimals > 0 ? "." + filled.suffix(decimals) : "")
    }

    private static func power(_ decimals: Int) -> Int128 { (0..<decimals).reduce(1) { power, _ in power * 10 } }
}
