import Basics
import Dmn
import Engine
import Testing
import Zaken

@Suite("The decisions that ship")
struct DecisionTests {
    func files() throws -> [Beslissingsbestand] {
        try Content.names("beslissingen", ending: ".dmn").map {
            try Beslissingsbestand(bron: Content.text("beslissingen/\($0).dmn"))
        }
    }

    @Test func `every table is read without a remark and has no gaps, overlaps or dead rules`() throws {
        for file in try files() {
            #expect(file.opmerkingen.isEmpty, "\(file.naam): \(file.opmerkingen)")
            for table in file.program.model.decisions.compactMap(\.table) {
                #expect(table.check(in: file.program.model) == [], "\(file.naam)")
                #expect(table.rules.allSatisfy { !$0.annotations.joined().isEmpty }, "\(file.naam): a rule without why")
            }
        }
    }

    @Test func `segmentation looks at help and earlier zaken, and at nothing else of a person`() throws {
        let model = try #require(try files().first { $0.code == "klantsegment" }).program.model
        #expect(Set(model.inputs.map(\.variable.name)) == ["ondersteuning", "eerdereZaken"])
        #expect(model.imports.isEmpty)
    }

    @Test(arguments: [(true, 0, "hulp"), (true, 3, "hulp"), (false, 0, "eerste"), (false, 2, "herhaald")])
    func `no segment keeps anyone from an arrangement`(help: Bool, earlier: Int, segment: String) throws {
        var walk = try Walk(facts: [
            "klant": ["voorkeurskanaal": "brief", "ondersteuning": JSON(help), "eerdereZaken": JSON(earlier)]
        ])
        #expect(walk.instance.variables()["segment"] == .string(segment))
        try walk.tell("RegelingVerzocht")
        #expect(walk.tasks == ["A.3.1"])
    }
}
