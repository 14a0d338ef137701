import Basics
import Bpmn
import Testing
import Xml

@Suite("What differs between two versions")
struct ComparedPartsTests {
    @Test func `whatever is written otherwise in a drawing is told, as what it was and what it is`() throws {
        let old = try BpmnReading(EveryPart.file).definitions
        for place in old.source.values {
            let source = old.source.changing(place)
            let comparison = ModelComparison(old: old, new: try BpmnReading(source.written()).definitions)
            let aspects = comparison.changed.flatMap(\.aspects)
            #expect(!aspects.isEmpty, "\(place)")
            #expect(aspects.filter { !$0.saysWhat } == [], "\(place)")
        }
    }

    @Test func `a part that comes or goes is told with what it says`() throws {
        let whole = try BpmnReading(EveryPart.file).definitions
        for tag in ["multiInstanceLoopCharacteristics", "timeDuration", "documentation", "potentialOwner"] {
            let less = try BpmnReading(whole.source.without(tag).written()).definitions
            let (gone, come) = (ModelComparison(old: whole, new: less), ModelComparison(old: less, new: whole))
            #expect(!gone.changed.flatMap(\.aspects).flatMap(\.parts).isEmpty, "\(tag)")
            #expect(!come.changed.flatMap(\.aspects).flatMap(\.parts).isEmpty, "\(tag)")
        }
    }

    @Test func `every part that has a name of its own is found in some drawing`() throws {
        let whole = try BpmnReading(EveryPart.file).definitions
        let bare = try BpmnReading(whole.source.bare.written()).definitions
        let told = ModelComparison(old: bare, new: whole).changed.flatMap(\.aspects).flatMap(\.parts)
        let words = Set(told.compactMap { if case .known(let word) = $0.part { word } else { nil } })
        #expect(Set(ElementPart.Word.allCases).subtracting(words) == [])
    }

    @Test func `an event that only gets its message under another id is the same event`() throws {
        func model(_ id: String) -> String {
            Sketch.file(
                "<message id='\(id)' name='Betaald'/><process id='p'><startEvent id='s'>"
                    + "<messageEventDefinition messageRef='\(id)'/></startEvent></process>")
        }
        let comparison = ModelComparison(
            old: try BpmnReading(model("m1")).definitions, new: try BpmnReading(model("m2")).definitions)
        #expect(comparison.changed.isEmpty)
    }
}

extension ModelComparison.Aspect {
    /// What it was and is; another kind of step is told only of another kind of step.
    fileprivate var saysWhat: Bool {
        switch self {
        case .kind: false
        case .parts(let changes): changes.allSatisfy { $0.old != $0.new }
        case .id, .name, .connection, .condition, .defaultFlow, .lane, .place: true
        }
    }

    fileprivate var parts: [ElementPart.Change] { if case .parts(let changes) = self { changes } else { [] } }
}

/// Where a value stands: the way down through the children, and the attribute, or the text.
private struct ValuePlace: CustomStringConvertible {
    var way: [Int]
    let attribute: XmlName?
    let description: String
}

extension XmlElement {
    /// Those that say something of an element; not the ids, nor what follows from the flows.
    private static let silent: Set = [
        "id", "type", "incoming", "outgoing", "gatewayDirection", "triggeredByEvent", "targetNamespace", "default",
    ]

    fileprivate var values: [ValuePlace] {
        let own = attributes.filter { !Self.silent.contains($0.name.qualified) && $0.name.qualified != "xsi:type" }
        let said = own.map {
            ValuePlace(way: [], attribute: $0.name, description: "\(name.local) \($0.name.qualified)")
        }
        let isText = children.isEmpty && !text.isEmpty && !Self.silent.contains(name.local)
        let inside = children.enumerated().flatMap { index, child in
            child.values.map { place in
                var place = place
                place.way.insert(index, at: 0)
                return place
            }
        }
        return said + (isText ? [ValuePlace(way: [], attribute: nil, description: name.local)] : []) + inside
    }

    fileprivate func changing(_ place: ValuePlace) -> XmlElement {
        var changed = self
        guard let first = place.way.first else {
            guard let attribute = place.attribute else {
                changed.nodes = [.text(text.otherwise)]
                return changed
            }
            for index in attributes.indices where attributes[index].name == attribute {
                changed.attributes[index].value = attributes[index].value.otherwise
            }
            return changed
        }
        var inner = place
        inner.way.removeFirst()
        changed.nodes = children.enumerated().map { .element($0 == first ? $1.changing(inner) : $1) }
        if children.isEmpty { changed.nodes = nodes }
        return changed
    }

    fileprivate func without(_ tag: String) -> XmlElement {
        var changed = self
        changed.nodes = nodes.compactMap { node in
            guard case .element(let child) = node else { return node }
            return child.name.local == tag ? nil : .element(child.without(tag))
        }
        return changed
    }

    /// The same elements, saying nothing but what they are.
    fileprivate var bare: XmlElement { EveryPart.told.reduce(self) { $0.without($1) }.plain }

    private var plain: XmlElement {
        var changed = self
        let kept: Set = ["id", "name", "sourceRef", "targetRef", "attachedToRef", "targetNamespace"]
        let isLink = name.local == "linkEventDefinition"
        changed.attributes = attributes.filter { !isLink && kept.contains($0.name.qualified) }
        changed.nodes = nodes.map { if case .element(let child) = $0 { .element(child.plain) } else { $0 } }
        return changed
    }
}

extension String {
    /// Another value of the same sort.
    fileprivate var otherwise: String {
        switch self {
        case "true": "false"
        case "false": "true"
        default: Int(self).map { "\($0 + 1)" } ?? self + "x"
        }
    }
}
