import Basics
import Foundation
import Testing

/// Compares with Python's `decimal`, which works with libmpdec.
@Suite("Decimals beside a peer") struct DecimalPeerTests {
    static let python = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    static let program = """
        import sys
        from decimal import *
        setcontext(Context(prec=34, rounding=ROUND_HALF_EVEN, Emin=-6143, Emax=6144, clamp=1, traps=[]))
        for line in sys.stdin:
            left, right = (Decimal(word) for word in line.split())
            size = min(abs(left), Decimal(9000))
            results = [left + right, left - right, left * right, left / right, abs(left).sqrt(), size.exp(), abs(left).ln()]
            print(" ".join(str(result) for result in results))
        """

    static func number(_ random: inout SeededRandom) -> String {
        let digits = (0..<Int.random(in: 1...34, using: &random)).map { _ in
            String(Int.random(in: 0...9, using: &random))
        }
        let sign = Bool.random(using: &random) ? "-" : ""
        return sign + "1" + digits.joined().dropFirst() + "E" + String(Int.random(in: -45...12, using: &random))
    }

    static func answers(_ lines: [String]) throws -> [[Substring]] {
        let (process, input, output) = (Process(), Pipe(), Pipe())
        process.executableURL = python.map { URL(filePath: $0) }
        process.arguments = ["-c", program]
        (process.standardInput, process.standardOutput) = (input, output)
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(lines.joined(separator: "\n").utf8))
        try input.fileHandleForWriting.close()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self).split(separator: "\n").map { $0.split(separator: " ") }
    }

    @Test(.enabled(if: python != nil, "python3 is not there"))
    func `every operation gives the same digits`() throws {
        var random = SeededRandom(seed: 20_261_121)
        let lines = (0..<400).map { _ in Self.number(&random) + " " + Self.number(&random) }

        for (line, expected) in zip(lines, try Self.answers(lines)) {
            let numbers = line.split(separator: " ").compactMap { Decimal128(String($0)) }
            let (left, right) = (numbers[0], numbers[1])
            let results = [
                left + right, left - right, left * right, left / right, left.magnitude.squareRoot,
                min(left.magnitude, 9000).exponential, left.magnitude.logarithm,
            ]
            for (result, text) in zip(results, expected) {
                #expect(result == Decimal128(String(text)), "\(line): \(text)")
            }
        }
    }
}
