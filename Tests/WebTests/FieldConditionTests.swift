import Testing

@testable import Web

@Suite("The condition of a field that a browser follows")
struct FieldConditionTests {
    @Test(arguments: [
        (#"uitkomst = "betaalt""#, "uitkomst", "betaalt"), ("gesproken=true", "gesproken", "ja"),
        (" gesproken = false ", "gesproken", "nee"), (#"uitkomst in ("hulp", "laten")"#, "uitkomst", "hulp laten"),
    ])
    func `one field that has one of some values`(feel: String, field: String, values: String) throws {
        let condition = try #require(Field.Condition(feel: feel))
        #expect(condition.field == field && condition.values == values)
    }

    @Test(arguments: [
        #"uitkomst != "geen""#, #"not(soort in ("pauze"))"#, "bedrag > 3", "a in [1..3]", #"a = "x" and b = "y""#, "",
    ])
    func `all else is left to the server`(feel: String) { #expect(Field.Condition(feel: feel) == nil) }
}
