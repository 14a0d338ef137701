public import Basics
public import Engine

extension Playbook {
    /// What zaken begin with under this name, such as `termijnen.naHerinnering`; nothing where zaaktypen do not say the same.
    public func begins(_ path: FactPath) -> JSON? {
        let values = zaaktypen.values.compactMap { type in
            type.variabelen[path.name].flatMap { value in path.part.map { value.fields?[$0] } ?? value }
        }
        return Set(values).count == 1 ? values.first : nil
    }
}
