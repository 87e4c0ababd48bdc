<?php

/** The names that OJS 3.3 gives to its classes. */

namespace {
    require_once __DIR__ . '/stand-ins.php';

    define('ROLE_ID_MANAGER', 16);
    define('ROLE_ID_SUB_EDITOR', 17);
    define('NOTIFICATION_TYPE_SUCCESS', 1);

    function import($class)
    {
    }

    function __($key, $parameters = [], $locale = null)
    {
        return $key;
    }

    foreach (
        [
            'Application' => StandIn\Request::class,
            'AjaxModal' => StandIn\Record::class,
            'Form' => StandIn\Form::class,
            'FormValidatorCSRF' => StandIn\Check::class,
            'FormValidatorPost' => StandIn\Check::class,
            'GenericPlugin' => StandIn\Plugin::class,
            'HookRegistry' => StandIn\Hooks::class,
            'JSONMessage' => StandIn\Record::class,
            'LinkAction' => StandIn\Record::class,
            'NotificationManager' => StandIn\NotificationManager::class,
            'TemplateManager' => StandIn\TemplateManager::class,
        ] as $name => $class
    ) {
        class_alias($class, $name);
    }

    function plugin()
    {
        return include __DIR__ . '/../../package/ojs/index.php';
    }
}
