import Basics

/// Whole numbers as JSON has them.
enum JSONNumber {
    static func of(_ number: Int) -> JSON { .number(Decimal128(number)) }
}
