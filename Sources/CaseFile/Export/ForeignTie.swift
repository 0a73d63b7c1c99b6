internal import FollowTheMoney
internal import Vocabulary

/// A relation as a link of FollowTheMoney.
struct ForeignTie {
    let id: String
    private let schema: String
    private let ends: (String, String)
    private let members: (Cluster, Cluster)
    private let role: String
    private let caution: String

    /// nil for what is a property and not a link.
    init?(_ relation: Relation, _ from: Cluster, _ to: Cluster) {
        let isPerson = (from.type == EntityType.person.rawValue, to.type == EntityType.person.rawValue)
        let isOrganisation = ["Organization", "PublicBody", "Company"].contains(to.type)
        let isMember = isPerson.0 || ["Organization", "PublicBody", "Company"].contains(from.type)
        switch relation.type {
        case .familyOf where isPerson == (true, true): (schema, ends) = ("Family", ("person", "relative"))
        case .associateOf where isPerson == (true, true): (schema, ends) = ("Associate", ("person", "associate"))
        case .leads where isMember && isOrganisation, .memberOf where isMember && isOrganisation,
            .holdsOffice where isMember && isOrganisation, .worksFor where isMember && isOrganisation:
            (schema, ends) = ("Membership", ("member", "organization"))
        case .nationalOf: return nil
        default: (schema, ends) = ("UnknownLink", ("subject", "object"))
        }
        members = (from, to)
        role = relation.label.isEmpty ? relation.type.rawValue : relation.label
        let manner = relation.modality == .asserted ? "" : relation.modality.rawValue
        caution = relation.polarity == .negative ? "denied" : manner
        let name = [relation.type.rawValue, role.lowercased(), caution, from.id, to.id].joined(separator: "|")
        id = "r-" + SHA256.hexadecimal(of: Array(name.utf8)).prefix(16)
    }

    func entity() -> FtMEntity {
        var entity = FtMEntity(id: id, schema: schema)
        entity.add(ends.0, members.0.id)
        entity.add(ends.1, members.1.id)
        let words = caution.isEmpty ? role : "\(caution): \(role)"
        entity.add(schema == "Family" || schema == "Associate" ? "relationship" : "role", words)
        return entity
    }
}
