import Bpmn
import Engine
import Synchronization
import Zaken

/// The drawings of processes, read once for each version.
final class Drawings: Sendable {
    private let read = Mutex<[DefinitionKey: Definitions]>([:])
    private let drawings = Mutex<[DefinitionKey: BpmnDrawing]>([:])
    private let told = Mutex<[Telling: DrawnProcess]>([:])

    /// A version in a language.
    private struct Telling: Hashable {
        let key: DefinitionKey
        let language: Language
    }

    /// The drawing with these classes on its elements; nothing when the version is unknown or cannot be drawn.
    func svg(
        of key: DefinitionKey, marking classes: [String: [String]], in store: ProcesStore, title: String
    ) throws -> SafeMarkup? {
        guard let drawing = try drawing(of: key, in: store) else { return nil }
        return SafeMarkup(drawing: drawing.drawn(with: DrawingOptions(marking: classes, title: title)).svg)
    }

    /// The drawing without marks, laid out or completed once.
    private func drawing(of key: DefinitionKey, in store: ProcesStore) throws -> BpmnDrawing? {
        if let known = drawings.withLock({ $0[key] }) { return known }
        guard let definitions = try definitions(of: key, in: store) else { return nil }
        let drawing = BpmnDrawing(definitions, diagram: definitions.diagram(showing: ElementID(key.process)))
        drawings.withLock { $0[key] = drawing }
        return drawing
    }

    /// The drawing of a file: where it has several, the one that shows a process.
    static func svg(
        _ definitions: Definitions, process: String?, marking classes: [String: [String]], title: String
    ) -> SafeMarkup? {
        let shown = process.flatMap { definitions.diagram(showing: ElementID($0)) }
        let options = DrawingOptions(marking: classes, title: title)
        return SafeMarkup(drawing: BpmnDrawing(definitions, diagram: shown, options: options).svg)
    }

    /// A version as the page of a zaak tells it; written once for each language.
    func drawn(_ key: DefinitionKey, in store: ProcesStore, _ words: Words) throws -> DrawnProcess? {
        let telling = Telling(key: key, language: words.language)
        if let known = told.withLock({ $0[telling] }) { return known }
        guard let definitions = try definitions(of: key, in: store),
            let process = definitions.processes[ElementID(key.process)] ?? definitions.processes.first
        else { return nil }
        let prefix = "-\(key.process)-\(key.version)".formEncoded
        let outline = OutlineMaker.part(definitions, process: key.process, words, prefix: prefix)
        let drawn = DrawnProcess(scope: process.scope, outline: outline)
        told.withLock { $0[telling] = drawn }
        return drawn
    }

    /// What the file of a version says.
    func definitions(of key: DefinitionKey, in store: ProcesStore) throws -> Definitions? {
        if let known = read.withLock({ $0[key] }) { return known }
        guard let source = try store.deployed(key.process).first(where: { $0.key == key })?.bron else { return nil }
        let definitions = try BpmnReading(source).definitions
        read.withLock { $0[key] = definitions }
        return definitions
    }
}

extension DrawingOptions {
    fileprivate init(marking classes: [String: [String]], title: String) {
        let marks = classes.map { (ElementID($0.key), $0.value) }
        self.init(title: title, classes: Dictionary(marks) { first, more in first + more })
    }
}
