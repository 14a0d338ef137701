import Bpmn
import Engine
import Foundation
import Testing
import Zaken

@testable import Web

@Suite("What differs between two versions, in words")
struct DifferencesTests {
    private let words: Words

    init() throws { words = try Words(.nl, directory: Content.folder.appending(path: "teksten").path) }

    @Test(arguments: [
        ("P14D", "P3D", "de wachttijd was 14 dagen, wordt 3 dagen"),
        ("=duration(\"P14D\")", "PT90M", "de wachttijd was 14 dagen, wordt 1 uur en 30 minuten"),
        ("P1D", "=wachttijd", "de wachttijd was 1 dag, wordt wachttijd"),
    ])
    func `a timer that changes is told in days`(old: String, new: String, sentence: String) throws {
        func model(_ time: String) throws -> Definitions {
            try BpmnReading(
                """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:t"><process id="p">
                <intermediateCatchEvent id="w" name="Wachten na brief"><timerEventDefinition><timeDuration>\(time)</timeDuration>
                </timerEventDefinition></intermediateCatchEvent></process></definitions>
                """
            ).definitions
        }
        let (before, after) = (try model(old), try model(new))
        let part = DifferencesPart(ModelComparison(old: before, new: after), old: before, new: after, words)
        #expect(part.changed.map(\.name) == ["Wachten na brief"])
        #expect(part.changed.map(\.what) == [sentence])
    }

    @Test func `every part of an element has a name`() {
        for word in ElementPart.Word.allCases { #expect(words.text("settings.\(word.rawValue)") != nil, "\(word)") }
    }
}
