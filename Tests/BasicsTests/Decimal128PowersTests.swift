import Basics
import Testing

@Suite("Roots, powers and logarithms") struct Decimal128PowersTests {
    @Test(arguments: [
        ("2", "1.414213562373095048801688724209698"), ("0", "0"), ("1e-10", "0.00001"), ("16", "4"),
        ("0.0625", "0.25"), ("1e6144", "1e3072"),
        ("9999999999999999999999999999999999", "99999999999999999.99999999999999999"),
    ])
    func `a square root is exact or rounded once`(number: String, root: String) {
        #expect(Decimal128(number)?.squareRoot == Decimal128(root))
    }

    @Test(arguments: [
        ("1", "2.718281828459045235360287471352662"), ("0", "1"), ("-1", "0.3678794411714423215955237701614609"),
        ("100", "26881171418161354484126255515800135873611119"), ("-20000", "0"), ("1e-40", "1"),
        ("2.302585092994045684017991454684364", "9.999999999999999999999999999999998"),
    ])
    func `e to a power`(power: String, result: String) {
        #expect(Decimal128(power)?.exponential == Decimal128(result))
    }

    @Test(arguments: [
        ("2", "0.6931471805599453094172321214581766"), ("1", "0"), ("10", "2.302585092994045684017991454684364"),
        ("0.5", "-0.6931471805599453094172321214581766"), ("1e-6000", "-13815.51055796427410410794872810619"),
        ("1.000000000000000000000000000000001", "9.999999999999999999999999999999995e-34"),
    ])
    func `a natural logarithm`(number: String, result: String) {
        #expect(Decimal128(number)?.logarithm == Decimal128(result))
    }

    @Test(arguments: [
        ("2", "10", "1024"), ("2", "-2", "0.25"), ("10", "-3", "0.001"),
        ("2", "0.5", "1.414213562373095048801688724209698"),
        ("-2", "3", "-8"), ("0", "5", "0"), ("5", "0", "1"), ("1", "1e300", "1"),
        ("1.1", "100", "13780.61233982227018411833717208964"),
        ("-1", "1e30", "1"), ("0.5", "99999999", "0"),
    ])
    func `a number to a power`(base: String, power: String, result: String) {
        guard let base = Decimal128(base), let power = Decimal128(power) else { return }

        #expect(base.raised(to: power) == Decimal128(result))
    }

    @Test func `what has no result is nil`() {
        #expect(Decimal128(-1).squareRoot == nil)
        #expect(Decimal128(0).logarithm == nil)
        #expect(Decimal128(-2).raised(to: Decimal128("0.5") ?? 0) == nil)
        #expect(Decimal128(0).raised(to: -1) == nil)
        #expect(Decimal128(10).raised(to: 7000) == nil)
        #expect(Decimal128(20_000).exponential == nil)
    }
}
