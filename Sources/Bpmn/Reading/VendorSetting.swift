import Xml

/// An attribute or element of a tool that runs models (Camunda, Zeebe, Flowable, Activiti), and what becomes of it here.
struct VendorSetting {
    /// As the file has it: `camunda:class "nl.Brief"`.
    let title: String
    let verdict: VendorVerdict

    private init(_ element: XmlElement) {
        title = element.name.qualified
        verdict = VendorWords.verdict(on: element)
    }

    /// Nothing for an attribute that says nothing.
    private init?(_ attribute: XmlAttribute, in parent: XmlElement?) {
        let value = attribute.value.trimmed
        if value.isEmpty || value == "false" { return nil }
        let place = parent.map { "\($0.name.qualified) " } ?? ""
        let said = value.count > 60 ? value.prefix(60) + "…" : value[...]
        title = "\(place)\(attribute.name.qualified) \"\(String(said).oneLine)\""
        verdict = VendorWords.verdict(on: attribute.name.local, saying: value, in: parent?.name.local)
    }

    /// Those on an element of BPMN.
    static func all(on element: BpmnElement) -> [VendorSetting] {
        let own = element.xml.attributes.filter(\.name.isVendor).compactMap { VendorSetting($0, in: nil) }
        let inside = element.children(.extensionElements).flatMap(\.xml.children)
        return own + inside.filter(\.name.isVendor).flatMap { all(in: $0) }
    }

    /// An element of a tool, with what stands in it where it is read.
    private static func all(in element: XmlElement) -> [VendorSetting] {
        let whole = VendorSetting(element)
        guard whole.verdict == .used else { return [whole] }
        return element.attributes.compactMap { VendorSetting($0, in: element) }
            + element.children.flatMap { all(in: $0) }
    }
}

extension BpmnElement {
    /// The settings on this element, and on what of it has no name of its own (an event definition, a condition, a loop).
    var vendorSettings: [VendorSetting] {
        VendorSetting.all(on: self) + bpmnChildren.filter { !$0.isSubject }.flatMap(\.vendorSettings)
    }

    /// Whether flaws are told of it by itself: a node or flow.
    var isSubject: Bool { NodeType(rawValue: tag) != nil || tag == ScopeTag.sequenceFlow.rawValue }
}

extension XmlName {
    /// Whether it is a word of Camunda 7, Flowable or Activiti.
    var isFamily: Bool { namespace.map(BpmnSpace.family.contains) ?? false }

    /// Whether it is a word of a tool that runs models.
    fileprivate var isVendor: Bool { namespace == BpmnSpace.zeebe || isFamily }
}
