import Basics
import Procesbot
import Xml
import Zaken

extension SourceFile {
    /// Refused where it is a drawing or a table that could not be published: what cannot count is not cited.
    func requireSound(in act: Act) throws {
        guard let flaw = try flaw(in: act) else { return }
        throw BronRefusal.unsound(flaw)
    }

    private func flaw(in act: Act) throws -> Diagnostic? {
        let text = String(decoding: bytes, as: UTF8.self)
        do {
            switch DocumentForm(fileName: name) {
            case .dmn:
                return try Beslissingsbestand(bron: text, naast: act.tx.beslissingen.naast()).opmerkingen.first(
                    where: \.isGrave)
            case .bpmn: _ = try Deployment(bron: text)
            case .markdown, .html, .plain, .docx, .odt, .pdf, nil: break
            }
            return nil
        } catch BeslissingRefusal.flaws(let flaws) {
            return flaws.first(where: \.isGrave)
        } catch DeploymentRefusal.flaws(let flaws) {
            return flaws.first(where: \.isGrave)
        } catch let fault as XmlFault {
            return fault.diagnostic
        }
    }
}

extension Diagnostic {
    fileprivate var isGrave: Bool { severity == .error }
}
