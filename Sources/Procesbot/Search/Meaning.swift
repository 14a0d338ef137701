/// What a text means to some model: a vector of length one, so that the likeness of two is their dot product.
public struct Meaning: Hashable, Sendable {
    public let dimension: Int
    /// Eight at a time, the last ones filled up with zero.
    let lanes: [SIMD8<Float>]

    /// Longer vectors than any model makes are not taken.
    public static let longest = 8_192

    /// Nothing for a vector that has no direction: none, too many, not a number, all zero.
    public init?(_ values: [Float]) {
        let square = values.reduce(0.0) { $0 + Double($1) * Double($1) }
        guard (1...Meaning.longest).contains(values.count), square.isFinite, square > 0 else { return nil }
        dimension = values.count
        let length = square.squareRoot()
        lanes = stride(from: 0, to: values.count, by: 8).map { start in
            var lane = SIMD8<Float>.zero
            for place in start..<min(start + 8, values.count) {
                lane[place - start] = Float(Double(values[place]) / length)
            }
            return lane
        }
    }

    /// The vector as it is kept: four bytes a number, the lowest first.
    public init?(bytes: [UInt8]) {
        guard bytes.count.isMultiple(of: 4) else { return nil }
        self.init(
            stride(from: 0, to: bytes.count, by: 4).map { at in
                Float(bitPattern: (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[at + $1]) << (8 * UInt32($1)) })
            })
    }

    public var bytes: [UInt8] {
        (0..<dimension).flatMap { place in
            let bits = lanes[place / 8][place % 8].bitPattern
            return (0..<4).map { UInt8(truncatingIfNeeded: bits >> (8 * UInt32($0))) }
        }
    }
}
