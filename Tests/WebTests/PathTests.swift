import Testing

@testable import Web

@Suite("Paths")
struct PathTests {
    static let all =
        AccountPaths.all + WorkPaths.all + ZaakPaths.all + KlantPaths.all + SearchPaths.all + ImportPaths.all
        + BetalingPaths.all
        + ToestandPaths.all + RegelingPaths.all + IncassoPaths.all + BetaallinkPaths.all
        + SpecificatiePaths.all + KoppelingPaths.all + SignaalPaths.all + OverdrachtPaths.all + KnoopPaths.all
        + SchuldeiserPaths.all
        + RechtPaths.all + PartnerPaths.all
        + ProcessPaths.all + DecisionPaths.all + JournalPaths.all + ManagePaths.all + LibraryPaths.all
        + AdvicePaths.all + SturingPaths.all + PostPaths.all

    @Test(arguments: PathTests.all.map(\.pattern))
    func `a filled path matches its pattern`(_ pattern: String) {
        let path = Path(pattern)
        let filled = path("een", "twee", "drie")
        let pieces = zip(pattern.split(separator: "/"), filled.split(separator: "/"))
        #expect(pattern.split(separator: "/").count == filled.split(separator: "/").count)
        #expect(pieces.allSatisfy { $0.hasPrefix("{") || $0 == $1 })
        #expect(!filled.contains("{"))
    }

    @Test func `no two paths are the same`() {
        let patterns = PathTests.all.map(\.pattern)
        #expect(Set(patterns).count == patterns.count)
    }

    @Test func `what is filled in cannot leave its place`() {
        #expect(ProcessPaths.process("a/../b?c") == "/processen/a%2F..%2Fb%3Fc")
    }
}
