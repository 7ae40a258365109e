#ifndef FEISHU_HELPDESK_JSON_HPP
#define FEISHU_HELPDESK_JSON_HPP

/// The Boost.JSON adapter in one include: values and text to structs and back, validation of values,
/// reports as JSON, the rules as a JSON Schema and an OpenAPI document, the schema of a card, responses of the
/// platform.
// IWYU pragma: begin_exports
#include <feishu/helpdesk.hpp>
#include <feishu/helpdesk/json/card_schema.hpp>
#include <feishu/helpdesk/json/convert.hpp>
#include <feishu/helpdesk/json/describe_response.hpp>
#include <feishu/helpdesk/json/match_violations.hpp>
#include <feishu/helpdesk/json/openapi.hpp>
#include <feishu/helpdesk/json/parse.hpp>
#include <feishu/helpdesk/json/patch.hpp>
#include <feishu/helpdesk/json/problem.hpp>
#include <feishu/helpdesk/json/render.hpp>
#include <feishu/helpdesk/json/response.hpp>
#include <feishu/helpdesk/json/sarif.hpp>
#include <feishu/helpdesk/json/schema.hpp>
#include <feishu/helpdesk/json/serialize.hpp>
#include <feishu/helpdesk/json/validate.hpp>
// IWYU pragma: end_exports

#endif
